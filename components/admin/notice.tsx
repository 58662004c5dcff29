import type { DeskPageProps } from './desk-page'

/** What a page says after something was done, or was not. The address holds a code, never a text. */
const done: Record<string, string> = {
  signed_out: 'You are signed out.',
  session_ended: 'The session is ended.',
  codes: 'Your old recovery codes are void.',
}

const problems: Record<string, string> = {
  link: 'This link has been used, has lapsed, or is not whole. Ask for a new one.',
  code: 'This code is not right. Codes change every 30 seconds, and each is taken once.',
  locked: 'Too many wrong codes. Wait a quarter of an hour and try again.',
  role: 'That is not for your role. Nothing was changed.',
}

export async function Notice({ searchParams }: Pick<DeskPageProps, 'searchParams'>) {
  const query = await searchParams
  const good = done[String(query.done)]
  const bad = problems[String(query.problem)]
  return (
    <>
      {good && (
        <p className="notice" role="status">
          {good}
        </p>
      )}
      {bad && (
        <p className="notice wrong" role="alert">
          {bad}
        </p>
      )}
    </>
  )
}
