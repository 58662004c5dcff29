import type { ReactNode } from 'react'
import type { FormValues } from '@/lib/coalition/entities/apply-change'
import type { Entity } from '@/lib/coalition/entities/entity'
import type { Editable, Listed } from '@/lib/coalition/entities/find-editable'
import type { Staff } from '@/lib/staff/staff'
import type { TableHead } from '../../admin-table'
import type { FieldSpec } from '../../form/field-spec'
import type { SortValue } from '../../sorted'

type Query = Record<string, string | string[] | undefined>

/** The heading of a column by which the list can be sorted, and its name in the address. */
export interface SortedHead<Row> {
  text: string
  column: string
  by(found: Listed<Row>): SortValue
}

type Action = (form: FormData) => Promise<void>

/** Actions that only some entities have. */
type EntityActions = Record<'publishActivity' | 'invite' | 'saveNames', Action>

/** One kind of entity on its three pages: the list, the form for a new row, and the page of a row. */
export interface EntityView<Row = unknown> {
  entity: Entity<unknown, Row>
  plural: string
  singular: string
  list: {
    title?: string
    intro?: string
    /** Further links above the list: the end of the address and the label. */
    links?: [path: string, label: string][]
    empty: string
    /** The filter above the list, and the rows that match the query. */
    filter?(rows: Listed<Row>[], query: Query): { form: ReactNode; left: Listed<Row>[] }
    heads: (TableHead | SortedHead<Row>)[]
    /** The cells of a row. @param link makes a link to its page */
    cells(found: Listed<Row>, link: (label: string) => ReactNode): ReactNode
  }
  add: { title: string; intro?: string; submit: string }
  /** The label of the save button. */
  submit: string
  /** Names the act whose page must confirm a change before it is saved. @returns null for any other change */
  confirms?(before: FormValues, after: FormValues): 'end-membership' | null
  titleOf?(found: Editable<Row>): string
  /** @param isNew includes fields that can be set only once */
  fields(staff: Staff, isNew: boolean): Promise<FieldSpec[]>
  above?(props: EntityDetails<Row>): Promise<ReactNode>
  below?(props: EntityDetails<Row>): Promise<ReactNode>
}

export interface EntityDetails<Row> {
  staff: Staff
  found: Editable<Row>
  query: Query
  /** Null for roles that may only read. */
  actions: EntityActions | null
}
