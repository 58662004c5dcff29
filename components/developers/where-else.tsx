import { type Locale, translator } from '@/messages/translator'

/** Other interfaces for programs and sites: the form in a frame, the ledger, lists and feeds. */
export function WhereElse({ locale }: { locale: Locale }) {
  const embed = translator(locale, 'embed')
  const check = translator(locale, 'check')
  return (
    <>
      <section aria-labelledby="embed" className="mt-10">
        <h2 id="embed">{embed('title')}</h2>
        <p className="mt-3">{embed('lead')}</p>
        <Link to={`/${locale}/embed`} text={embed('open')} />
      </section>
      <section aria-labelledby="check" className="mt-10">
        <h2 id="check">{check('commands.title')}</h2>
        <p className="mt-3">{check('commands.format')}</p>
        <Link to={`/${locale}/check`} text={check('title')} />
      </section>
      <section aria-labelledby="feeds" className="mt-10">
        <h2 id="feeds">{translator(locale, 'developers')('feeds')}</h2>
        <Link to={`/${locale}/members`} text={translator(locale, 'members')('csv')} />
        <Link to={`/${locale}/activities`} text={translator(locale, 'activities')('title')} />
      </section>
    </>
  )
}

function Link({ to, text }: { to: string; text: string }) {
  return (
    <p className="mt-1">
      <a href={to} className="inline-flex min-h-11 items-center">
        {text}
      </a>
    </p>
  )
}
