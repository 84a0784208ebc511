/** What the scripts of a page lend each other; first.js makes it, the others add to it. */
interface Window {
  kopilka: Record<string, any>;
}
