import { StopUpdates } from '@/components/signatures/unsubscribe/stop-updates'
import { cacheMarkup } from '@/lib/web/cached-markup'
import { type Locale, translator } from '@/messages/translator'
import { answerSecretPage, type SecretContext } from '../../answer-secret-page'

const markup = cacheMarkup(['token'], ({ locale }: { locale: Locale }, { token }) => (
  <StopUpdates token={token} locale={locale} />
))

/** The page behind the link in every mailing, which looks the same for all: rendered once a language. */
export function GET(request: Request, context: SecretContext) {
  return answerSecretPage(request, context, '/unsubscribe', (locale, token) => ({
    title: translator(locale, 'unsubscribe')('title'),
    main: { markup: markup({ locale }), facts: { token } },
  }))
}
