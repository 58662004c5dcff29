import type { Metadata } from 'next'
import { deskPage } from '@/components/admin/desk-page'
import { Notice } from '@/components/admin/notice'
import { Time } from '@/components/admin/time'
import { countRecoveryCodes } from '@/lib/staff/factor/renew-recovery-codes'
import { listSessions } from '@/lib/staff/list-sessions'
import { endOther, renewCodes } from './actions'

export const metadata: Metadata = { title: 'Account' }

export default deskPage('account.manage', async (staff, { searchParams }) => {
  const [sessions, codes] = await Promise.all([listSessions(staff.id, new Date()), countRecoveryCodes(staff.id)])
  return (
    <>
      <h1>Account</h1>
      <Notice searchParams={searchParams} />
      <h2>Where you are signed in</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Browser</th>
              <th scope="col">Signed in (UTC)</th>
              <th scope="col">Second factor</th>
              <th scope="col">Ends if idle (UTC)</th>
              <th scope="col">Do</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <td>{session.device || 'unknown'}</td>
                <td>
                  <Time at={session.createdAt} />
                </td>
                <td>{session.factor ?? 'not shown yet'}</td>
                <td>
                  <Time at={session.expires} />
                </td>
                <td>
                  {session.id === staff.session.id ? (
                    'this one'
                  ) : (
                    <form action={endOther}>
                      <input type="hidden" name="session" value={session.id} />
                      <button type="submit">End it</button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>Recovery codes</h2>
      <p>{codes} of 10 are left. New ones make the old ones void.</p>
      <form action={renewCodes}>
        <button type="submit">Make new recovery codes</button>
      </form>
    </>
  )
})
