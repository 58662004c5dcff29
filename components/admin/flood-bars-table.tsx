import type { FloodBar } from '@/lib/floods/find-flood-bars'
import { sliceOf } from '@/lib/input/pages'
import { AdminTable } from './admin-table'
import { Pages } from './pages'
import { Time } from './time'
import { t } from './words'

interface Props {
  bars: FloodBar[]
  /** The page of the table, from 1. */
  page: number
  /** The path of the table's first page. */
  path: string
  name: (at: Date) => string
  closer: { href: (at: Date) => string; words: string }
}

/** The bars of a flood's chart as rows, each with a link to its content. */
export function FloodBarsTable({ bars, page, path, name, closer }: Props) {
  const shown = sliceOf(
    page,
    bars.filter(({ all }) => all > 0),
  )
  return (
    <>
      <AdminTable
        heads={[
          { time: t('signatures.from') },
          { number: t('common.signatures') },
          { number: t('activity.inGroup') },
          t('common.actions'),
        ]}
      >
        {shown.rows.map(({ at, all, ofFlood }) => (
          <tr key={at.getTime()}>
            <td>
              <Time at={at} />
            </td>
            <td className="number">{all.toLocaleString('en')}</td>
            <td className="number">{ofFlood.toLocaleString('en')}</td>
            <td>
              <a href={closer.href(at)}>
                {closer.words}
                <span className="unseen"> {name(at)}</span>
              </a>
            </td>
          </tr>
        ))}
      </AdminTable>
      <Pages of={shown} path={path} />
    </>
  )
}
