import { eraseSignatures } from '@/lib/self-service/erase-signatures'
import { answerSelfService } from '@/lib/web/answer-self-service'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Erases everything that is held about the person of a session. */
export function POST(request: Request): Promise<Response> {
  return answerSelfService(
    request,
    (session, _fields, now) => eraseSignatures(session, now),
    (locale) => `/${locale}/signature/erased`,
  )
}

export const GET = redirectToForm('/signature')
