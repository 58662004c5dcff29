import { renderToStaticMarkup } from 'react-dom/server'
import { OwnPage } from '@/components/self-service/self-service-page'
import { findSelfService } from '@/lib/self-service/find-self-service'
import { cacheMarkup } from '@/lib/web/cached-markup'
import type { Filled } from '@/lib/web/zip-markup'
import { type Locale, translator } from '@/messages/translator'
import { answerSecretPage, type SecretContext } from '../../../answer-secret-page'

interface Shape {
  locale: Locale
  /** Whether there is a link that can be opened. */
  there: boolean
}

/** The page before a link is opened, or of a link that is no more. */
const closed = cacheMarkup(['token'], ({ locale, there }: Shape, { token }) => (
  <OwnPage token={token} own={there ? { kind: 'link' } : null} locale={locale} />
))

/** The page of own data behind a private link. What is held of a person is rendered for them alone, and never kept. */
export function GET(request: Request, context: SecretContext) {
  return answerSecretPage(request, context, '/signature/own', (locale, token) => ({
    title: translator(locale, 'own.request')('title'),
    main: findContent(locale, token),
  }))
}

async function findContent(locale: Locale, token: string): Promise<Filled> {
  const own = await findSelfService(token, new Date())
  if (own?.kind !== 'session') return { markup: closed({ locale, there: own !== null }), facts: { token } }
  return { markup: [renderToStaticMarkup(<OwnPage token={token} own={own} locale={locale} />)], facts: {} }
}
