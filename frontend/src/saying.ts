/* What the script itself says, in the language of the page. All other words come from the server. */

const texts = {
  busy: ["Bezig met bewaren", "Saving"],
  unsent: [
    "Nog niet bewaard. We proberen het opnieuw. U kunt gewoon verder.",
    "Not saved yet. We are trying again. You can go on.",
  ],
  signedOut: [
    "U bent afgemeld. Wat u typte, blijft hier staan en komt terug als u weer bent aangemeld.",
    "You are signed out. What you typed stays here and comes back when you have signed in again.",
  ],
  signIn: ["Meld u aan", "Sign in"],
  gone: [
    "Dit staat niet meer bij het gezin. Sluit dit venster en kijk wat er nu staat.",
    "This is no longer there. Close this panel and look at what is there now.",
  ],
  tryAgain: ["Dit is nog niet gelukt. Probeer het nog eens.", "This did not work yet. Please try again."],
  draft: ["U typte hier eerder iets dat nog niet bewaard is.", "You typed something here that was not saved."],
  putBack: ["Zet het terug", "Put it back"],
  throwAway: ["Gooi het weg", "Throw it away"],
  found: ["Keuzes", "Choices"],
  foundMany: ["{} gevonden", "{} found"],
  foundNone: ["Niets gevonden. Probeer een ander woord.", "Nothing found. Try another word."],
  panel: ["Wijzigen", "Change"],
} as const;

export function say(which: keyof typeof texts): string {
  return texts[which][document.documentElement.lang.startsWith("en") ? 1 : 0];
}
