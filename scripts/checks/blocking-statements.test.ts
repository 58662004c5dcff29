import { expect, test } from 'vitest'
import { blockingStatements } from './blocking-statements.mjs'

test.each([
  'CREATE TABLE new (a text PRIMARY KEY); CREATE INDEX i ON new (a); ALTER TABLE new ADD COLUMN b bigserial',
  'CREATE INDEX CONCURRENTLY i ON signature (country)',
  'ALTER TABLE signature ADD COLUMN a text, ADD COLUMN b integer NOT NULL DEFAULT 0',
  `ALTER TABLE signature ADD COLUMN a jsonb NOT NULL DEFAULT '[]'::jsonb`,
  'ALTER TABLE signature ADD CONSTRAINT c CHECK (country <> country) NOT VALID',
  'ALTER TABLE signature ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES member (id) NOT VALID',
  'ALTER TABLE signature ADD CONSTRAINT c UNIQUE USING INDEX i',
  'ALTER TABLE signature VALIDATE CONSTRAINT c',
  'ALTER TABLE signature ALTER COLUMN a DROP NOT NULL, ALTER COLUMN a SET DEFAULT 1, DROP CONSTRAINT c',
  `INSERT INTO site_text VALUES ('a')`,
  `ALTER TYPE leaf_kind ADD VALUE 'x'`,
  '-- For the staff.\n-- safe: a hundred rows, which only editors write\nUPDATE activity SET a = 1;\n-- safe: as above\nDROP INDEX i',
  '-- é, so that bytes are not characters\n-- safe: unused since 2\nALTER TABLE signature DROP COLUMN a',
])('may run while people sign: %s', async (sql) => {
  expect(await blockingStatements(sql)).toEqual([])
})

test.each([
  ['CREATE INDEX i ON signature (country)', 'CONCURRENTLY'],
  ['CREATE UNIQUE INDEX i ON signature (country)', 'CONCURRENTLY'],
  ['CREATE INDEX CONCURRENTLY i ON signature (a); CREATE TABLE new ()', 'a file of its own'],
  ['ALTER TABLE signature ADD COLUMN a text NOT NULL', 'constant default'],
  ['ALTER TABLE signature ADD COLUMN a uuid DEFAULT gen_random_uuid()', 'a constant'],
  ['ALTER TABLE signature ADD COLUMN a bigserial', 'a number'],
  ['ALTER TABLE signature ADD COLUMN a uuid REFERENCES member (id)', 'NOT VALID'],
  ['ALTER TABLE signature ADD COLUMN a text UNIQUE', 'NOT VALID'],
  ['ALTER TABLE signature ADD COLUMN a integer GENERATED ALWAYS AS (1) STORED', 'NOT VALID'],
  ['ALTER TABLE signature ADD CONSTRAINT c CHECK (country <> country)', 'NOT VALID'],
  ['ALTER TABLE signature ADD CONSTRAINT c UNIQUE (country)', 'USING INDEX'],
  ['ALTER TABLE signature ADD COLUMN a text; ALTER TABLE signature VALIDATE CONSTRAINT c', 'a file of its own'],
  ['ALTER TABLE signature ALTER COLUMN country TYPE varchar(2)', 'rewrites'],
  ['ALTER TABLE signature ALTER COLUMN country SET NOT NULL', 'reads the whole table'],
  ['ALTER TABLE signature DROP COLUMN country', 'breaks the version before'],
  ['ALTER TABLE signature RENAME COLUMN country TO land', 'not known'],
  ['UPDATE signature SET country = country', 'not known'],
  ['DELETE FROM signature', 'not known'],
  ['DROP TABLE signature', 'not known'],
  ['TRUNCATE signature', 'not known'],
  ['LOCK TABLE signature', 'not known'],
  ['REINDEX TABLE signature', 'not known'],
  ['DO $$ BEGIN UPDATE signature SET country = country; END $$', 'not known'],
  ['CREATE TABLE new (); -- safe:\nDROP TABLE signature', 'not known'],
  ['-- safe: this one\nDROP TABLE a; DROP TABLE signature', 'not known'],
])('is refused: %s', async (sql, why) => {
  const found = await blockingStatements(sql)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(why)
})

test('what is no SQL is refused', async () => {
  await expect(blockingStatements('ALTER TABEL signature')).rejects.toThrow(/syntax error/)
})
