/* The script of every page. A page works without it; what is here makes it quicker to use. */

document.documentElement.classList.add("script");
import "./edit";
import "./household";
import "./bring-in";
import "./scenario";
