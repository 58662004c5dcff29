import { showDate } from '@/components/petitions/show-date'
import { foreignText } from '@/components/site/foreign-text'
import { Button } from '@/components/ui/button'
import { words } from '@/messages/words'
import type { OwnSignature } from './signature-page'
import { SignedText } from './signed-text'
import { Withdraw } from './withdraw'

/** Not confirmed yet: which petition, what confirming means, and the one button. */
export function Pending({ token, locale, signature, petition }: OwnSignature) {
  const t = words(locale, 'signature.pending')
  const foreign = foreignText(petition.text.locale, locale)
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mt-5">{t('lead')}</p>
      <blockquote className="mt-4 border-s-2 border-accent ps-5 font-serif">
        <p className="text-2 leading-snug font-semibold" {...foreign}>
          {petition.text.title}
        </p>
        <p className="mt-2" {...foreign}>
          {petition.text.call}
        </p>
      </blockquote>
      <p className="mt-6">{t('means')}</p>
      <form method="post" action="/api/v1/confirmations" className="mt-6">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={words(locale, 'form')('pending')}>{t('button')}</Button>
      </form>
      <p className="mt-4 text-muted">{t('until', { date: showDate(signature.expiresAt, locale) })}</p>
      <SignedText petition={petition} locale={locale} />
      <p className="mt-8 border-t border-rule pt-4">{t('notYou')}</p>
      <Withdraw token={token} locale={locale} pending />
    </>
  )
}
