import type pg from 'pg'

/**
 * The structure of a database, one fact per line. Left out, since only SQL has them: checks, partial and non-B-tree
 * indexes.
 */
export async function linesOfDatabase(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(sql)
  return rows.map(({ line }) => line).sort()
}

const sql = `
WITH tables AS (
  SELECT oid, relname FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations'
), names AS (
  SELECT attrelid, attnum, attname FROM pg_attribute WHERE attnum > 0
)
SELECT format('enum %s: %s', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)) AS line
FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
WHERE t.typnamespace = current_schema()::regnamespace
GROUP BY t.typname

UNION ALL
SELECT format('column %s.%s: %s%s%s', c.relname, a.attname, replace(format_type(a.atttypid, a.atttypmod), '"', ''),
  CASE WHEN a.attnotnull AND a.attndims = 0 THEN ' not null' END, CASE WHEN a.atthasdef THEN ' default' END)
FROM tables c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE a.attnum > 0 AND NOT a.attisdropped

UNION ALL
SELECT format('%s %s (%s)',
  CASE WHEN i.indisprimary THEN 'primary key' WHEN i.indisunique THEN 'unique' ELSE 'index' END, c.relname,
  (SELECT string_agg(n.attname, ', ' ORDER BY k.position)
   FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
   JOIN names n ON n.attrelid = c.oid AND n.attnum = k.attnum))
FROM tables c JOIN pg_index i ON i.indrelid = c.oid
JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
WHERE i.indpred IS NULL AND i.indexprs IS NULL AND m.amname = 'btree'

UNION ALL
SELECT format('foreign key %s (%s) to %s (%s) on delete %s', c.relname,
  (SELECT string_agg(n.attname, ', ' ORDER BY k.position) FROM unnest(f.conkey) WITH ORDINALITY AS k (attnum, position)
   JOIN names n ON n.attrelid = f.conrelid AND n.attnum = k.attnum),
  (SELECT relname FROM pg_class WHERE oid = f.confrelid),
  (SELECT string_agg(n.attname, ', ' ORDER BY k.position) FROM unnest(f.confkey) WITH ORDINALITY AS k (attnum, position)
   JOIN names n ON n.attrelid = f.confrelid AND n.attnum = k.attnum),
  CASE f.confdeltype WHEN 'a' THEN 'NoAction' WHEN 'r' THEN 'Restrict' WHEN 'c' THEN 'Cascade'
    WHEN 'n' THEN 'SetNull' ELSE 'SetDefault' END)
FROM tables c JOIN pg_constraint f ON f.conrelid = c.oid AND f.contype = 'f'`
