import type { ReactNode } from 'react'

/** What a column holds; `number` for one that is aligned at its right edge. */
export type TableHead = string | { number: string }

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
    <div className="scroll" role="group" tabIndex={0} aria-label="Table, may scroll sideways">
      <table id={id} tabIndex={id && -1}>
        <thead>
          <tr>
            {heads.map((head) =>
              typeof head === 'string' ? (
                <th key={head} scope="col">
                  {head}
                </th>
              ) : (
                <th key={head.number} scope="col" className="number">
                  {head.number}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
