import { withdraw } from '@/lib/signatures/withdraw'
import { settleToken } from '@/lib/web/settle-token'

/** Takes back the signature behind a mailed token. */
export function POST(request: Request): Promise<Response> {
  return settleToken(request, withdraw, 'withdrawn')
}
