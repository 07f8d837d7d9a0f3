use super::*;

fn begins(bytes: &[u8]) -> Option<Archive> {
    Archive::of(bytes)
}

#[test]
fn archives_are_known_by_how_they_begin() {
    let packed = |header: ::tar::Header| {
        let mut header = header;
        header.set_path("a").unwrap();
        header.set_size(0);
        header.set_cksum();
        header.as_bytes().to_vec()
    };
    for header in [
        ::tar::Header::new_gnu(),
        ::tar::Header::new_ustar(),
        ::tar::Header::new_old(),
    ] {
        assert_eq!(begins(&packed(header)), Some(Archive::Tar));
    }
    assert_eq!(begins(b"PK\x03\x04rest"), Some(Archive::Zip));
    for none in [&b""[..], b"age-encryption.org/v1\n", &[0; 512], &[b' '; 4096]] {
        assert_eq!(begins(none), None);
    }
}
