import { Children, cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { ScrollFrame } from './scroll-frame'
import { TickAll } from './selection/tick-all'
import type { HeadSort } from './sorted'
import { ZoneName } from './time'
import { t } from './words'

/**
 * What a column holds; `number` for one that is aligned at its right edge, `time` for one of times in the reader's zone,
 * `tick` for one of tick boxes, whose name is only for the ear. With `sort` the list can be ordered by it.
 */
export type TableHead =
  | string
  | (({ text: string } | { number: string } | { time: string } | { tick: string }) & { sort?: HeadSort | undefined })

interface Props {
  heads: TableHead[]
  /** `list`: the one that the page is about; a link at the top skips to it. */
  id?: 'list'
  /** Its rows, each a `tr`. */
  children: ReactNode
}

/**
 * A table of the admin area. One wider than the screen scrolls in its frame; on a phone each row is a card, and each cell
 * in it has the name of its column (`data-label`). The roles are stated, since a browser may forget them with the layout.
 */
export function AdminTable({ heads, id, children }: Props) {
  const names = heads.map((of) => (typeof of === 'object' && 'tick' in of ? '' : nameOf(of)))
  return (
    <ScrollFrame name={t('frame.tableMayScrollSideways')}>
      <table className="cards" {...role('table')}>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>{heads.map(head)}</tr>
        </thead>
        {/* Whoever skips to the list is behind the heads that order it. */}
        <tbody id={id} tabIndex={id && -1} {...role('rowgroup')}>
          {elementsOf(children).map((row) => card(row, names))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type Element = ReactElement<{ children?: ReactNode }>

/** Beside an element that has the same role by itself. */
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

/** The elements among children, those of fragments included. */
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
