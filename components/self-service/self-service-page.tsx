import { Button, ButtonLink } from '@/components/ui/button'
import type { SelfServiceView } from '@/lib/self-service/find-self-service'
import { type Locale, translator } from '@/messages/translator'
import { DownloadData } from './download-data'
import { EraseAll } from './erase-all'
import { HeldSignature } from './held-signature'
import { Notice } from './notice'

/** Behind a mailed private link: first a button, so that no scanner spends the link; then all that is held. */
export function OwnPage({ token, own, locale }: { token: string; own: SelfServiceView | null; locale: Locale }) {
  return (
    <div className="text-page pt-8 lg:pt-14">
      {own === null && <LinkExpired locale={locale} />}
      {own?.kind === 'link' && <Open token={token} locale={locale} />}
      {own?.kind === 'session' && <AccessSession token={token} own={own} locale={locale} />}
    </div>
  )
}

function Open({ token, locale }: { token: string; locale: Locale }) {
  const t = translator(locale, 'own.open')
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <form method="post" action="/api/v1/my-signature/visits" className="mt-6">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={translator(locale, 'form')('pending')}>{t('button')}</Button>
      </form>
    </>
  )
}

function AccessSession({
  token,
  own,
  locale,
}: {
  token: string
  own: SelfServiceView & { kind: 'session' }
  locale: Locale
}) {
  const t = translator(locale, 'own.visit')
  const until = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(own.expiresAt)
  return (
    <>
      <h1>{t('title')}</h1>
      <Notice code={own.content.notice} locale={locale} />
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      {own.signatures.length > 0 && <p className="mt-3">{t('unusual')}</p>}
      <p className="mt-3 text-muted">{t('until', { time: until })}</p>
      {own.signatures.length === 0 && <p className="mt-6">{t('nothing')}</p>}
      {own.signatures.map((signature) => (
        <HeldSignature key={signature.record.token} session={token} signature={signature} locale={locale} />
      ))}
      <DownloadData session={token} locale={locale} />
      <EraseAll session={token} locale={locale} />
    </>
  )
}

/** The same for a link that is used, too old or made up. */
function LinkExpired({ locale }: { locale: Locale }) {
  const t = translator(locale, 'own.dead')
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <p className="mt-8">
        <ButtonLink href={`/${locale}/signature`}>{t('again')}</ButtonLink>
      </p>
    </>
  )
}
