import type { ReactNode } from 'react'

/** What a column holds; `number` for one that is aligned at its right edge. */
export type TableHead = string | { number: string }

interface Props {
  heads: TableHead[]
  /** Its rows. */
  children: ReactNode
}

/** A table of the admin area. One wider than the screen scrolls in its frame. */
export function AdminTable({ heads, children }: Props) {
  return (
    <div className="scroll">
      <table>
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
