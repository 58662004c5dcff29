import { join } from 'node:path'
import { env } from '@/lib/env'
import type { Driver } from './driver'
import { openOutbox } from './outbox'
import { openResend } from './resend'
import { openSmtp } from './smtp'

/**
 * The mail driver that the environment selects.
 * @throws Error if it lacks its key or address
 */
export function openGateway(): Driver {
  const { MAIL_DRIVER, MAIL_FROM: from, DATA_DIR, RESEND_API_KEY, RESEND_BASE_URL, RESEND_PER_SECOND, SMTP_URL } = env()
  switch (MAIL_DRIVER) {
    case 'outbox':
      return openOutbox({ folder: join(DATA_DIR, 'outbox'), from })
    case 'resend':
      if (!RESEND_API_KEY) throw new Error('MAIL_DRIVER=resend needs RESEND_API_KEY')
      return openResend({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL, from, perSecond: RESEND_PER_SECOND })
    case 'smtp':
      if (!SMTP_URL) throw new Error('MAIL_DRIVER=smtp needs SMTP_URL')
      return openSmtp({ url: SMTP_URL, from })
  }
}
