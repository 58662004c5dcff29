import { parse } from 'libpg-query'

// Which statement takes which lock, and which rewrites or reads the whole table: PostgreSQL's manual, "Explicit
// Locking", and the notes of ALTER TABLE and CREATE INDEX. PostgreSQL's own parser reads the file.

/** @typedef {{ stmt: Record<string, any>, stmt_location?: number, stmt_len?: number }} Parsed */

/** Statements that wait for nobody's rows, whatever they say. */
const harmless = new Set([
  'CommentStmt',
  'CreateEnumStmt',
  'AlterEnumStmt',
  'CreateFunctionStmt',
  'CreateSeqStmt',
  'CreateTrigStmt',
  'CreateStmt',
  'InsertStmt',
])

/** Changes of a table that take its lock for a moment only, and that the version before can live with. */
const quickChanges = new Set(['AT_ColumnDefault', 'AT_DropNotNull', 'AT_DropConstraint', 'AT_SetStatistics'])

/**
 * The statements of a migration that would keep people from signing while it runs, or that would break the version that
 * still runs beside it. A statement is refused unless it is known to do neither; whoever knows better writes
 * `-- safe: why` on the line above it. Tables that the same file creates are nobody's yet.
 * @param {string} sql
 * @returns {Promise<string[]>} a sentence each; empty where there is none
 * @throws {Error} of PostgreSQL's parser, if the file cannot be read
 */
export async function blockingStatements(sql) {
  const bytes = Buffer.from(sql)
  const stmts = /** @type {Parsed[]} */ ((await parse(sql)).stmts ?? [])
  const made = new Set(stmts.flatMap(({ stmt }) => stmt.CreateStmt?.relation.relname ?? []))
  const found = []
  let end = 0
  for (const { stmt, stmt_location: at = 0, stmt_len: length = bytes.length - at } of stmts) {
    const above = bytes.subarray(end, at).toString()
    end = at + length
    const why = /^-- safe: \S/m.test(above) ? null : whyItBlocks(stmt, made, stmts)
    if (why) found.push(`${bytes.subarray(at, end).toString().trim().split('\n')[0]}: ${why}`)
  }
  return found
}

/**
 * @param {Record<string, any>} stmt
 * @param {Set<string>} made tables of the same file
 * @param {Parsed[]} all
 * @returns {string | null}
 */
function whyItBlocks(stmt, made, all) {
  const [kind = '', detail] = Object.entries(stmt)[0] ?? []
  if (harmless.has(kind) || made.has(detail?.relation?.relname)) return null
  if (kind === 'IndexStmt') {
    if (!detail.concurrent) return 'writing stops while the index is made; say CONCURRENTLY, in a file of its own'
    return all.length > 1 ? 'CONCURRENTLY needs a file of its own, since several statements are one transaction' : null
  }
  if (kind !== 'AlterTableStmt') return 'not known to leave people alone who sign meanwhile'
  const reasons = detail.cmds.map((/** @type {any} */ { AlterTableCmd: change }) => whyChangeBlocks(change, all))
  return reasons.find((/** @type {string | null} */ reason) => reason) ?? null
}

/**
 * @param {any} change of a table that exists
 * @param {Parsed[]} all
 */
function whyChangeBlocks({ subtype, def }, all) {
  if (quickChanges.has(subtype)) return null
  if (subtype === 'AT_AddColumn') return whyColumnBlocks(def.ColumnDef)
  if (subtype === 'AT_AddConstraint') {
    const { skip_validation: unread, indexname: index } = def.Constraint
    return unread || index ? null : 'it reads the whole table under a lock; say NOT VALID, or USING INDEX'
  }
  if (subtype !== 'AT_ValidateConstraint') return 'it rewrites or reads the whole table, or breaks the version before'
  return all.length > 1 ? 'VALIDATE needs a file of its own, or the lock of the others lasts as long' : null
}

/** @param {any} column that a table which exists gets */
function whyColumnBlocks({ typeName, constraints = [] }) {
  if (/serial/.test(typeName.names.at(-1).String.sval)) return 'each row would be rewritten with a number'
  const rules = constraints.map((/** @type {any} */ { Constraint: rule }) => rule)
  const constant = rules.some(
    (/** @type {any} */ rule) => rule.contype === 'CONSTR_DEFAULT' && isConstant(rule.raw_expr),
  )
  for (const { contype } of rules) {
    if (contype === 'CONSTR_NULL' || (contype === 'CONSTR_DEFAULT' && constant)) continue
    if (contype === 'CONSTR_NOTNULL' && constant) continue
    if (contype === 'CONSTR_NOTNULL') return 'NOT NULL needs a constant default: the version before does not fill it'
    if (contype === 'CONSTR_DEFAULT') return 'each row would be rewritten unless the default is a constant'
    return 'a rule of a new column is read through the whole table; add it NOT VALID in a statement of its own'
  }
  return null
}

/** @param {any} expression */
function isConstant(expression) {
  return Boolean(expression.A_Const ?? expression.TypeCast?.arg.A_Const)
}
