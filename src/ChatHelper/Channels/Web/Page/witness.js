// The code of a link stands behind its '#', which no server sees. It goes into the field and out of the address.
const field = document.getElementById('code');
const code = decodeURIComponent(location.hash.slice(1)).slice(0, 40);
if (code) {
  history.replaceState(null, '', location.pathname + location.search);
  if (field && !field.value) { field.value = code; }
}
