import { listKeptForms } from '@/lib/staff/drafts/kept-form'
import type { Staff } from '@/lib/staff/staff'
import { signOut } from '@/lib/web/admin/sign-out'

/** What a member of staff sees on every admin page while a request to disable them is pending. */
export async function Frozen({ staff }: { staff: Staff }) {
  const kept = await listKeptForms(staff)
  return (
    <>
      <header>
        <form className="who" action={signOut}>
          {staff.email} <span className="tag held">frozen</span> <button type="submit">Sign out</button>
        </form>
      </header>
      <main id="main">
        <h1>Your access is frozen</h1>
        <p role="status">
          A colleague has requested to disable your access. Until a second person decides, for 24 hours at most, you
          cannot do anything here, and your open requests and approvals are not executed. If the request is refused,
          your access returns. Speak with an owner.
        </p>
        {kept.length > 0 && (
          <p>
            What you typed and could not save is kept for you alone, for seven days: when your access returns, you find
            it on the first page. Nothing of it was done.
          </p>
        )}
      </main>
    </>
  )
}
