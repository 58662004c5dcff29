import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type FormValues, versionOf } from './apply-change'
import type { Entity } from './entity'

/** A row of a list. */
export interface Listed<Row> {
  id: string
  title: string
  row: Row
  values: FormValues
}

/** A row with its form's values. */
export interface Editable<Row> extends Listed<Row> {
  /** Of the values: saving requires it as `expectedVersion`. */
  version: string
}

/** One row, drafts included, or null. */
export async function findEditable<Form, Row>(
  by: Staff,
  entity: Entity<Form, Row>,
  id: string,
): Promise<Editable<Row> | null> {
  authorise(by, 'coalition.read')
  const row = entity.isId(id) ? await entity.find(db(), id) : null
  if (!row) return null
  const found = listed(entity, row)
  return { ...found, version: versionOf(found.values) }
}

/** All rows in the order of the admin list, drafts included. */
export async function listEditable<Form, Row>(by: Staff, entity: Entity<Form, Row>): Promise<Listed<Row>[]> {
  authorise(by, 'coalition.read')
  return (await entity.list(db())).map((row) => listed(entity, row))
}

function listed<Form, Row>(entity: Entity<Form, Row>, row: Row): Listed<Row> {
  return { id: entity.idOf(row), title: entity.titleOf(row), row, values: entity.valuesOf(row) }
}
