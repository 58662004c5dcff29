// Imported first and alone, before any syntax that an older Node could not parse.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node ${process.versions.node} is too old: 20.19 or newer is needed, 24 is recommended (https://nodejs.org).`,
  )
  process.exit(1)
}
