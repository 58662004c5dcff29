import { withdrawSignature } from '@/lib/self-service/withdraw-signature'
import { answerSelfService } from '@/lib/web/answer-self-service'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Withdraws one of the signatures of a session. */
export function POST(request: Request): Promise<Response> {
  return answerSelfService(request, (session, fields, now) => withdrawSignature(session, fields.petition ?? '', now))
}

export const GET = redirectToForm('/signature')
