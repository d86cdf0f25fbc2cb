document.title = "Ready";
