// Made from components/admin/form/pick-script.ts by npx tsx scripts/build-browser-scripts.ts
// Comments of libraries are as published.
// lib/text/fold.ts
function fold(text) {
  return bare(bare(text).toLowerCase()).replace(/[ßøłıđðæœ]/g, (letter) => plain[letter] ?? letter).replace(/[\p{P}\p{S}\p{C}\s]+/gu, " ").normalize("NFC").trim();
}
var plain = { ß: "ss", ø: "o", ł: "l", ı: "i", đ: "d", ð: "d", æ: "ae", œ: "oe" };
function bare(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

// lib/search/text-matches.ts
function textMatches(texts, typed) {
  const words = fold(typed).split(" ").filter(Boolean);
  const within = ` ${texts.map(fold).join(" ")}`;
  return words.length > 0 && words.every((word) => within.includes(` ${word}`) || (word.length > 2 || !isLatin(word)) && within.includes(word));
}
function isLatin(text) {
  return /^[a-z0-9]*$/.test(text);
}

// components/admin/form/pick-script.ts
for (const pick of document.querySelectorAll(".pick")) {
  const line = pick.querySelector("p");
  const [search, shown] = [line?.querySelector("input"), line?.querySelector("b")];
  if (line && search && shown) offer(pick, line, search, shown);
}
function offer(pick, line, search, shown) {
  const choices = [...pick.querySelectorAll(".choice")];
  search.addEventListener("input", (event) => {
    event.stopPropagation();
    const typed = search.value.trim();
    for (const choice of choices) {
      const isTicked = choice.querySelector("input")?.checked;
      choice.hidden = typed !== "" && !isTicked && !textMatches([choice.textContent], typed);
    }
    shown.textContent = String(choices.filter(({ hidden }) => !hidden).length);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  line.hidden = false;
}
