const form = document.querySelector('.filter');
const rows = [...document.querySelectorAll('tr.entry')];
function apply() {
  const text = form.text.value.toLowerCase();
  let shown = 0;
  for (const row of rows) {
    const fits = ['standing', 'level', 'real'].every(
      name => form[name].value === '' || row.dataset[name] === form[name].value);
    row.hidden = !(fits && row.textContent.toLowerCase().includes(text));
    shown += row.hidden ? 0 : 1;
  }
  for (const group of document.querySelectorAll('tr.group')) {
    group.hidden = !group.parentElement.querySelector('tr.entry:not([hidden])');
  }
  form.querySelector('output').value = shown + ' of ' + rows.length + ' rows';
}
form.hidden = false;
form.addEventListener('input', apply);
form.addEventListener('submit', event => event.preventDefault());
apply();
