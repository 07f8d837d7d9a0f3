//! Quick entry: it is read at every key.

use criterion::{Criterion, criterion_group, criterion_main};
use jianfu::domain::{BellSchedule, Taxonomy};
use jianfu::entry::{Context, Lexicon, complete, parse, print};
use jianfu::i18n::Lang;
use std::hint::black_box;

fn entry(c: &mut Criterion) {
    let taxonomy = Taxonomy::built_in();
    c.bench_function("entry/taxonomy", |b| b.iter(Taxonomy::built_in));
    c.bench_function("entry/lexicon", |b| b.iter(|| Lexicon::new(black_box(&taxonomy))));
    let (lexicon, bells) = (Lexicon::new(&taxonomy), BellSchedule::usual());
    let context = Context::new(&lexicon, &bells);
    let texts = [
        ("ordinary", "8:00-8:45 sk 三(2)班语文"),
        ("words", "90 min lesson preparation for the open day 7B"),
        ("misspelled", "9:00-9:45 yej"),
    ];
    for (name, text) in texts {
        c.bench_function(&format!("entry/parse/{name}"), |b| {
            b.iter(|| parse(black_box(text), &context));
        });
    }
    c.bench_function("entry/complete", |b| {
        b.iter(|| complete(black_box("8:00-8:45 家"), 13, &context, Lang::ZhHans));
    });
    let draft = parse(texts[0].1, &context).and_then(jianfu::entry::Entry::into_draft);
    if let Ok(draft) = draft {
        c.bench_function("entry/print", |b| b.iter(|| print(black_box(&draft), &context)));
    }
}

criterion_group!(benches, entry);
criterion_main!(benches);
