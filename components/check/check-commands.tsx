import { type Locale, translator } from '@/messages/translator'

/** How to check the ledger without trusting this site. */
export function CheckCommands({ locale, address }: { locale: Locale; address: string }) {
  const t = translator(locale, 'check.commands')
  const commands = [
    [t('check'), `npm run check-ledger -- ${address}`],
    [t('mirror'), `npm run mirror -- ${address} --to ./copy`],
    [t('since'), `npm run check-ledger -- ${address} --policy ./copy/policy --since ./copy/checkpoint`],
  ]
  return (
    <section aria-labelledby="commands" className="border-t border-rule pt-8">
      <h2 id="commands">{t('title')}</h2>
      <p className="mt-3 max-w-[62ch]">{t('lead')}</p>
      <ol className="mt-4 list-decimal space-y-4 ps-6">
        {commands.map(([what, command]) => (
          <li key={command}>
            {what}
            <pre dir="ltr" className="mt-1 bg-panel px-4 py-3 text-small wrap-anywhere whitespace-pre-wrap">
              <code>{command}</code>
            </pre>
          </li>
        ))}
      </ol>
      <p className="mt-4 max-w-[62ch] text-muted">{t('format')}</p>
    </section>
  )
}
