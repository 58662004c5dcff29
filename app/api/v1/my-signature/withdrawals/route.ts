import { withdrawOwn } from '@/lib/signatures/own/withdraw-own'
import { answerOwn } from '@/lib/web/answer-own'
import { leadToForm } from '@/lib/web/lead-to-form'

/** Withdraws one of the signatures of a visit. */
export function POST(request: Request): Promise<Response> {
  return answerOwn(request, (visit, fields, now) => withdrawOwn(visit, fields.petition ?? '', now))
}

export const GET = leadToForm('/signature')
