import type { Staff } from '@/lib/staff/staff'
import { signOut } from '@/lib/web/admin/sign-out'

/** What somebody sees, at every address of the desk, while it is asked to shut them out. */
export function Frozen({ staff }: { staff: Staff }) {
  return (
    <>
      <header>
        <form className="who" action={signOut}>
          {staff.email} <span className="tag held">frozen</span> <button type="submit">Sign out</button>
        </form>
      </header>
      <main id="main">
        <h1>Your powers are frozen</h1>
        <p role="status">
          A colleague has asked to shut you out. Until a second person has decided, for 24 hours at most, you can do
          nothing here, and what you asked for or agreed to is not done. If it is refused, you go on as before. Speak
          with an owner.
        </p>
      </main>
    </>
  )
}
