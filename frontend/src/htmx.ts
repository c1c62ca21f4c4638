/* The few things that the script asks of htmx, which every page loads before it. */

export interface Answer {
  xhr: XMLHttpRequest;
  elt: HTMLElement;
  target: HTMLElement;
  successful: boolean;
  shouldSwap: boolean;
  isError: boolean;
  requestConfig: { path: string; verb: string; elt: HTMLElement };
}

interface Htmx {
  trigger(element: Element, event: string): void;
  ajax(verb: string, path: string, context: object): Promise<void>;
}

declare global {
  interface Window {
    htmx: Htmx;
  }
}

/** The answer came from another address than was asked: the session is over and this is the sign-in page. */
export function wasSentAway(answer: Answer): boolean {
  const came = answer.xhr.responseURL;
  if (!came) return false;
  return new URL(came).pathname !== new URL(answer.requestConfig.path, location.href).pathname;
}

export function onHtmx(event: string, then: (answer: Answer, event: CustomEvent<Answer>) => void): void {
  document.addEventListener(`htmx:${event}`, (happened) => {
    const custom = happened as CustomEvent<Answer>;
    then(custom.detail, custom);
  });
}
