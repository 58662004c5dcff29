import { Children, cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { ScrollFrame } from './scroll-frame'
import { TickAll } from './selection/tick-all'
import type { HeadSort } from './sorted'
import { ZoneName } from './time'
import { t } from './words'

/**
 * The heading of a column. `number` aligns it right, `time` is for times in the reader's zone, `tick` is for tick
 * boxes, whose name only screen readers announce. With `sort` the list can be sorted by it.
 */
export type TableHead =
  | string
  | (({ text: string } | { number: string } | { time: string } | { tick: string }) & { sort?: HeadSort | undefined })

interface Props {
  heads: TableHead[]
  /** `list`: the page's main list; a link at the top skips to it. */
  id?: 'list'
  /** The rows, each a `tr`. */
  children: ReactNode
}

/**
 * A table of the admin area. If it is wider than the screen, it scrolls in its frame; on a phone each row is a card
 * whose cells show the names of their columns (`data-label`). Roles are explicit, since browsers may drop them when CSS
 * changes the layout.
 */
export function AdminTable({ heads, id, children }: Props) {
  const names = heads.map((of) => (typeof of === 'object' && 'tick' in of ? '' : nameOf(of)))
  return (
    <ScrollFrame name={t('frame.tableMayScrollSideways')}>
      <table className="cards" {...role('table')}>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>{heads.map(head)}</tr>
        </thead>
        {/* The skip link leads past the headings, which sort the list. */}
        <tbody id={id} tabIndex={id && -1} {...role('rowgroup')}>
          {elementsOf(children).map((row) => card(row, names))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type Element = ReactElement<{ children?: ReactNode }>

/** For elements that already have this role. */
function role(name: string): { role: string } {
  return { role: name }
}

function card(row: Element, names: string[]): Element {
  const cells = elementsOf(row.props.children).map((cell, i) =>
    cloneElement(cell, {
      ...role(cell.type === 'th' ? 'rowheader' : 'cell'),
      ...(names[i] && isFilled(cell) ? { 'data-label': names[i] } : {}),
    } as object),
  )
  return cloneElement(row, role('row') as object, cells)
}

function isFilled({ props }: Element): boolean {
  return Children.toArray(props.children).some((child) => child !== '')
}

/** The elements among children, including those in fragments. */
function elementsOf(children: ReactNode): Element[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<{ children?: ReactNode }>(child)) return []
    return child.type === Fragment ? elementsOf(child.props.children) : [child]
  })
}

function nameOf(of: TableHead): string {
  if (typeof of === 'string') return of
  return 'text' in of ? of.text : 'number' in of ? of.number : 'time' in of ? of.time : of.tick
}

function head(of: TableHead) {
  const name = nameOf(of)
  const is = (kind: string) => typeof of === 'object' && kind in of
  const sort = typeof of === 'object' ? of.sort : undefined
  return (
    <th
      key={name}
      scope="col"
      className={is('number') ? 'number' : undefined}
      aria-sort={sort?.now ?? undefined}
      {...role('columnheader')}
    >
      {sort ? (
        <a href={sort.href}>
          {name}
          {sort.now && <span aria-hidden="true"> {sort.now === 'ascending' ? '↑' : '↓'}</span>}
        </a>
      ) : is('tick') ? (
        <>
          <span className="unseen">{name}</span>
          <TickAll />
        </>
      ) : (
        name
      )}
      {is('time') && (
        <>
          {' '}
          (<ZoneName />)
        </>
      )}
    </th>
  )
}
