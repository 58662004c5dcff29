import type { ReactNode } from 'react'
import { ZoneName } from './time'
import { t } from './words'

/** What a column holds; `number` for one that is aligned at its right edge, `time` for one of times in the reader's zone. */
export type TableHead = string | { number: string } | { time: string }

interface Props {
  heads: TableHead[]
  /** `list`: the one that the page is about; a link at the top skips to it. */
  id?: 'list'
  /** Its rows. */
  children: ReactNode
}

/** A table of the admin area. One wider than the screen scrolls in its frame. */
export function AdminTable({ heads, id, children }: Props) {
  return (
    // In the order of tabs, so that what is wider than the screen can be scrolled by keys (axe: scrollable-region-focusable;
    // Safari gives scrolling frames no focus of their own). What has focus needs a role and a name. Biome knows no frame
    // that scrolls: it asks for a fieldset, which is for inputs, or for no tabIndex. A section would be one more landmark of
    // the same name for each table of a page.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a set of inputs
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it
    <div className="scroll" role="group" tabIndex={0} aria-label={t('frame.tableMayScrollSideways')}>
      <table id={id} tabIndex={id && -1}>
        <thead>
          <tr>{heads.map(head)}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function head(of: TableHead) {
  if (typeof of === 'string') {
    return (
      <th key={of} scope="col">
        {of}
      </th>
    )
  }
  const [name] = Object.values(of)
  return (
    <th key={name} scope="col" className={'number' in of ? 'number' : undefined}>
      {name}
      {'time' in of && (
        <>
          {' '}
          (<ZoneName />)
        </>
      )}
    </th>
  )
}
