import { numberFormat } from '@/lib/text/formats'

interface Props {
  caption: string
  /** Where the heading above says the same. */
  captionHidden?: boolean
  heads: [name: string, count: string]
  rows: { id: string; name: string; count: number }[]
  locale: string
  className?: string
}

/** Names and their numbers: what a picture shows, to be read. */
export function CountTable({ caption, captionHidden = false, heads, rows, locale, className = 'mt-4' }: Props) {
  const { format } = numberFormat(locale)
  return (
    <table className={`w-full max-w-[30rem] ${className}`}>
      <caption className={captionHidden ? 'sr-only' : 'pb-2 text-start text-small text-muted'}>{caption}</caption>
      <thead>
        <tr className="border-b border-edge text-small text-muted">
          <th scope="col" className="py-1.5 text-start font-normal">
            {heads[0]}
          </th>
          <th scope="col" className="py-1.5 text-end font-normal">
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, count }) => (
          <tr key={id} className="border-b border-rule">
            <th scope="row" className="py-1.5 text-start font-normal">
              {name}
            </th>
            <td className="py-1.5 text-end">{format(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
