import { RequestResend } from '@/components/signatures/request-resend'
import { ButtonLink } from '@/components/ui/button'
import { type Locale, translator } from '@/messages/translator'

/** A page of a few sentences: the link is on its way; everything is erased. It says nothing about anybody. */
export function SelfServiceMessage({ locale, says }: { locale: Locale; says: 'sent' | 'erased' }) {
  const t = translator(locale, `own.${says}`)
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <p className="mt-4">{t('more')}</p>
      {says === 'sent' && <RequestResend action="/api/v1/my-signature/links" locale={locale} />}
      <p className="mt-8">
        <ButtonLink look="quiet" href={`/${locale}/petitions`}>
          {translator(locale, 'signature')('unknown.petitions')}
        </ButtonLink>
      </p>
    </div>
  )
}
