import { eraseOwn } from '@/lib/signatures/own/erase-own'
import { answerOwn } from '@/lib/web/answer-own'
import { leadToForm } from '@/lib/web/lead-to-form'

/** Erases everything that is held about the person of a visit. */
export function POST(request: Request): Promise<Response> {
  return answerOwn(
    request,
    (visit, _fields, now) => eraseOwn(visit, now),
    (locale) => `/${locale}/signature/erased`,
  )
}

export const GET = leadToForm('/signature')
