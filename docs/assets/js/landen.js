// Passages: groups open for paper, and for the address that leads into them; both go back to what the reader had.

const groups = [...document.querySelectorAll("details.passages, details.meer")];

if (groups.length) {
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = groups.filter((group) => !group.open);
    for (const group of closed) group.open = true;
  });
  addEventListener("afterprint", () => {
    for (const group of closed) group.open = false;
    closed = [];
  });

  // Browsers that do not open a group for a link into it themselves.
  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const group = target?.closest("details");
    if (!group || group.open) return;
    group.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  arrive();
}
