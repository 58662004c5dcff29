import { withdrawSignature } from '@/lib/self-service/withdraw-signature'
import { answerSelfService } from '@/lib/web/answer-self-service'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Withdraws one of the signatures of a visit. */
export function POST(request: Request): Promise<Response> {
  return answerSelfService(request, (visit, fields, now) => withdrawSignature(visit, fields.petition ?? '', now))
}

export const GET = redirectToForm('/signature')
