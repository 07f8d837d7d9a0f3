"""The cells of a dataset as DuckDB computes them, in the lines of a file of cells. pyarrow and pandas count the rows."""

import glob
import json
import sys

import duckdb
import pandas
import pyarrow.dataset

duckdb.sql("set enable_progress_bar = false")  # it would stand among the lines where the machine is busy
folder, head = sys.argv[1], json.loads(sys.argv[2])
source = f"read_parquet('{folder}/week=*/*.parquet', hive_partitioning = true, hive_types = {{'week': VARCHAR}})"
names = [column[0] for column in duckdb.sql(f"describe select * from {source}").fetchall()]
first = names.index("school_days")
groups, categories = names[3:first], names[first + 3 : first + 8]
total = "(" + " + ".join(categories) + ")"
non_teaching = "(" + " + ".join(categories[1:]) + ")"
# In halves upwards, and none of nothing.
share = f"(case when {total} > 0 then (2000 * {non_teaching} + {total}) // (2 * {total}) end)"
derived = {"total_min": total, "non_teaching_min": non_teaching, "non_teaching_permille": share}
measures = [f"({derived.get(name, name)})::bigint" for name in head["measures"]]
columns = [f"[count({m}), coalesce(sum({m}), 0), coalesce(sum({m} * {m}), 0)], max({m}, 2)" for m in measures]
by = ", ".join(["week", *groups])
query = f"select {by}, count(*), histogram({share}), histogram({non_teaching}), {', '.join(columns)} from {source} group by {by}"

for row in duckdb.sql(query).fetchall():
    week, codes, rest = row[0], row[1 : 1 + len(groups)], row[1 + len(groups) :]
    respondents, shares, minutes = rest[:3]
    moments = []
    for sums, largest in zip(rest[3::2], rest[4::2]):
        two = [max(0, value) for value in largest or []] + [0, 0]
        moments.append([int(number) for number in [*sums, *two[:2]]])
    pairs = lambda histogram: sorted([value, times] for value, times in (histogram or {}).items())
    line = {
        "week": week,
        "groups": list(codes),
        "respondents": respondents,
        "measures": moments,
        "share": pairs(shares),
        "non_teaching": pairs(minutes),
    }
    print(json.dumps(line))

arrow = pyarrow.dataset.dataset(folder, format="parquet", partitioning="hive", exclude_invalid_files=True)
frame = pandas.concat(pandas.read_parquet(path) for path in glob.glob(f"{folder}/week=*/*.parquet"))
print(json.dumps({"pyarrow": arrow.count_rows(), "week": str(arrow.schema.field("week").type), "pandas": len(frame)}))
