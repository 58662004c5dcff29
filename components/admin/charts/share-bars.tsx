import type { ReactNode } from 'react'
import type { Share } from '@/lib/overview/find-shares'
import { Empty } from '../empty'
import { t } from '../words'

interface Props {
  title: string
  shares: Share[]
  /** The name of a code. */
  name: (code: string) => ReactNode
  /** The list of its signatures; null if there is none, or not for this role. */
  href: (code: string) => string | null
}

/** The largest groups: a table with a bar beside each number. */
export function ShareBars({ title, shares, name, href }: Props) {
  const most = Math.max(1, ...shares.map(({ net }) => net))
  if (shares.length === 0) return <Empty>{t('reports.nothingCountedYet')}</Empty>
  return (
    <table className="shares">
      <caption className="unseen">{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('reports.of')}</th>
          <th scope="col">{t('reports.counted')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {shares.map(({ code, net }) => {
          const link = href(code)
          return (
            <tr key={code}>
              <th scope="row">{link ? <a href={link}>{name(code)}</a> : name(code)}</th>
              <td className="number">{net.toLocaleString('en')}</td>
              <td className="bar">
                <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="bars">
                  <rect width={(net / most) * 100} height={8} className="up" />
                </svg>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
