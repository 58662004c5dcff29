import { foreignText } from '@/components/site/foreign-text'
import { type Locale, translator } from '@/messages/translator'
import { InlineCode } from './inline-code'

interface Props {
  id: string
  title: string
  lead?: string
  codes: Record<string, string>
  locale: Locale
}

/** Codes and what they mean. */
export function CodeTable({ id, title, lead, codes, locale }: Props) {
  const t = translator(locale, 'developers')
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id}>{title}</h2>
      {lead && <p className="mt-3">{lead}</p>}
      <table className="mt-3 w-full text-start" aria-labelledby={id}>
        <thead>
          <tr className="border-b border-edge text-small text-muted">
            <th scope="col" className="py-1.5 pe-4 text-start font-normal">
              {t('code')}
            </th>
            <th scope="col" className="py-1.5 text-start font-normal">
              {t('meaning')}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(codes).map(([code, meaning]) => (
            <tr key={code} className="border-b border-rule align-top">
              <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                <code dir="ltr" className="wrap-anywhere">
                  {code}
                </code>
              </th>
              <td className="py-1.5" {...foreignText('en', locale)}>
                <InlineCode text={meaning} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
