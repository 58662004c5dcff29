import { changeOwn } from '@/lib/signatures/own/change-own'
import { answerOwn } from '@/lib/web/answer-own'
import { leadToForm } from '@/lib/web/lead-to-form'

/** Changes how one appears, one's name, one's consent to updates. */
export function POST(request: Request): Promise<Response> {
  return answerOwn(request, changeOwn)
}

export const GET = leadToForm('/signature')
