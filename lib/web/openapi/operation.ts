import type { AnswerName } from './answers'
import type { BodyName } from './bodies'
import type { ErrorCode } from './error-codes'

/** One address of the interface, as its document describes it. */
export interface Operation {
  method: 'get' | 'post'
  /** With parameters in braces. */
  path: string
  id: string
  tag: 'read' | 'sign' | 'own' | 'coalition' | 'site'
  summary: string
  description?: string
  /** Takes `?locale=`. */
  byLocale?: true
  body?: BodyName
  /** The body is sent in this type instead of those of forms. */
  raw?: string
  /** Scripts of any site may read the answers. */
  open?: true
  /** The Cache-Control of an answer that succeeds. */
  cache: string
  answers: Answers
  /** A request that can be sent as it is. */
  example?: { path: string; body?: Record<string, unknown>; status: number }
}

export type Answers = Record<number, DocumentedAnswer>

export interface DocumentedAnswer {
  description: string
  /** JSON, by the name of its schema. */
  schema?: AnswerName
  /** JSON with one of these in `error`. */
  codes?: ErrorCode[]
  /** Another content type. */
  type?: string
  example?: unknown
}

/** The reasons for which a verb refuses. */
export type ReasonOf<Verb extends (...given: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<Verb>>,
  { reason: string }
>['reason']

/** Answers with an error code, by its status. The compiler asks for all reasons of a verb: `refusals<ReasonOf<…>>`. */
export function refusals<Code extends ErrorCode>(statuses: Record<Code, number>): Answers {
  const answers: Answers = {}
  for (const [code, status] of Object.entries(statuses) as [Code, number][]) {
    const codes = [...(answers[status]?.codes ?? []), code]
    answers[status] = { description: 'Refused', codes, example: { error: codes[0] } }
  }
  return answers
}

/** Several lists of answers as one. */
export function allOf(...lists: Answers[]): Answers {
  const all: Answers = {}
  for (const [status, answer] of lists.flatMap((list) => Object.entries(list))) {
    const before = all[Number(status)]
    const codes = [...new Set([...(before?.codes ?? []), ...(answer.codes ?? [])])]
    all[Number(status)] = { ...answer, ...before, ...(codes.length > 0 ? { codes } : {}) }
  }
  return all
}

/** The answers that every endpoint for a form may give. */
export const ofEveryForm: Answers = {
  ...refusals({ malformed: 400, too_large: 413, unsupported_type: 415, unavailable: 503 }),
  422: {
    description: 'Fields are wrong',
    schema: 'InvalidFields',
    example: { errors: { name: ['Enter your name.'] }, codes: { name: ['missing'] } },
  },
}

/** Further answers of endpoints that store something or send mail. */
export const ofStoredForms: Answers = {
  ...ofEveryForm,
  429: { description: 'A limit is reached', schema: 'RateLimited' },
}

/** The answer by which a posted form is taken. */
export const checkYourEmail: Answers = {
  202: {
    description: 'Taken; the mail comes now or later',
    schema: 'CheckYourEmail',
    example: { status: 'check_your_email' },
  },
}

/** Stands for a token or session in examples. */
export const NO_TOKEN = 'A'.repeat(43)
export const SLUG = 'security-council-must-act'
export const NEVER_CACHED = 'no-store'
