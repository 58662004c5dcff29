import { type Locale, translator } from '@/messages/translator'

const proven = ['noChange', 'noOther', 'noSecret'] as const
const notProven = ['mailbox', 'entered', 'same', 'unknownFakes'] as const

/** The facts that a ledger can and cannot show, and the statement that it says nothing of people. */
export function Limits({ locale }: { locale: Locale }) {
  const t = translator(locale, 'check.limits')
  const privacy = translator(locale, 'check.privacy')
  const lists = [
    ['proven', proven],
    ['notProven', notProven],
  ] as const
  return (
    <>
      <section aria-labelledby="limits" className="border-t border-rule pt-8">
        <h2 id="limits">{t('title')}</h2>
        <div className="mt-4 grid gap-x-16 gap-y-8 lg:grid-cols-2">
          {lists.map(([title, points]) => (
            <div key={title}>
              <h3>{t(title)}</h3>
              <ul className="mt-2 list-disc space-y-2 ps-5 marker:text-edge">
                {points.map((point) => (
                  <li key={point}>{t(point)}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </section>
      <section aria-labelledby="names-nobody" className="border-t border-rule pt-8">
        <h2 id="names-nobody">{privacy('title')}</h2>
        <p className="mt-3 max-w-[62ch]">{privacy('text')}</p>
      </section>
    </>
  )
}
