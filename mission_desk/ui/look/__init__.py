"""How everything looks: colours, fonts, icons, the style sheet. It knows no widget of ours and no
workshop."""
