import { readTheme, type Theme } from '@/lib/staff/theme'
import { findSession } from './find-session'

/** The colours that the reader has chosen; null leaves them to the browser. */
export async function readerTheme(): Promise<Theme | null> {
  return readTheme((await findSession())?.user.theme)
}
